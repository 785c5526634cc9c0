"""How the agencies, categories and places of the city may be called by those who give commands."""

from __future__ import annotations

from functools import lru_cache

from handlers.city import City
from handlers.routing import naming
from handlers.routing.naming import Book


@lru_cache(2)
def agencies(city: City) -> Book:
    """Every agency."""
    return naming.book((agency.code, agency.names) for agency in city.agencies.values())


@lru_cache(2)
def categories(city: City) -> Book:
    """Every category in use."""
    return naming.book((category.code, category.names) for category in city.categories.values())


@lru_cache(2)
def areas(city: City) -> Book:
    """Every kelurahan and kecamatan."""
    places = [area for area in city.areas.values() if area.level in ("kelurahan", "kecamatan")]
    return naming.book((area.code, {"id": area.name, "in": f"{area.level} {area.name}"}) for area in places)
