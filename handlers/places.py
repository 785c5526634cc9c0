"""Where a pin lies: the kelurahan around it, measured on a flat map of the city in metres."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

METRES_PER_DEGREE = 111_195.0  # of latitude, on a sphere of 6,371 km; at city size the error stays below a metre


@dataclass(frozen=True, slots=True)
class AreaInfo:
    """A kelurahan, kecamatan or the city; ``code`` is the Kemendagri code."""

    code: str
    name: str
    level: str
    parent_code: str | None = None
    postal_code: str = ""


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """An area somebody may have named; ``score`` runs from 0 to 1, and 1 is the very name."""

    area: AreaInfo
    score: float


@dataclass(frozen=True, slots=True)
class Spot:
    """What a pin says.

    ``area`` is the kelurahan it lies in. Near a border ``nearby`` holds the two nearest, the likelier first, for the
    outlines are only indicative. Outside the city ``inside`` is False, ``area`` None, ``distance_m`` the way to the
    border in metres, and ``nearby`` what lies within the border's width.
    """

    area: AreaInfo | None
    nearby: tuple[AreaInfo, ...] = ()
    inside: bool = True
    distance_m: float = 0.0


NOWHERE = Spot(area=None, inside=False, distance_m=math.inf)


class Places:
    """The outlines of the kelurahan, ready to be asked."""

    def __init__(self, outlines: Sequence[tuple[AreaInfo, Mapping[str, Any]]], border_m: float) -> None:
        self._areas = [area for area, _ in outlines]
        self._border_m = border_m
        shapes = [shape(outline) for _, outline in outlines]
        self._scale = math.cos(math.radians(shapes[0].centroid.y)) if shapes else 1.0
        self._shapes = [shapely.transform(outline, self._flatten_all) for outline in shapes]
        self._tree = shapely.STRtree(self._shapes)
        self._city = _without_gaps(shapely.union_all(self._shapes))

    @property
    def centre(self) -> tuple[float, float] | None:
        """The middle of the city in WGS 84 degrees; None where nobody knows its outline."""
        if not self._areas:
            return None
        middle = self._city.centroid
        return middle.y / METRES_PER_DEGREE, middle.x / (self._scale * METRES_PER_DEGREE)

    def locate(self, lat: float, lon: float) -> Spot:
        """The kelurahan at a point given in WGS 84 degrees; any numbers are accepted."""
        if not self._areas or not (abs(lat) <= 90 and abs(lon) <= 180):
            return NOWHERE
        point = Point(lon * self._scale * METRES_PER_DEGREE, lat * METRES_PER_DEGREE)
        close = self._within_border(point)
        areas = tuple(self._areas[index] for _, index in close[:2])
        if not self._city.covers(point):
            return Spot(area=None, nearby=areas, inside=False, distance_m=self._city.distance(point))
        nearest = areas[0] if areas else self._areas[self._tree.nearest(point)]
        return Spot(area=nearest, nearby=areas if len(areas) > 1 else ())

    def _within_border(self, point: Point) -> list[tuple[float, int]]:
        """Distance and index of each kelurahan no farther than the border's width, nearest first."""
        found = self._tree.query(point, predicate="dwithin", distance=self._border_m)
        return sorted((self._shapes[index].distance(point), int(index)) for index in found)

    def _flatten_all(self, degrees: Any) -> Any:
        return degrees * (self._scale * METRES_PER_DEGREE, METRES_PER_DEGREE)


def _without_gaps(outline: BaseGeometry) -> BaseGeometry:
    """``outline`` with its holes filled: neighbouring outlines leave slivers between them that belong to the city."""
    parts = [part for part in getattr(outline, "geoms", [outline]) if isinstance(part, Polygon)]
    return shapely.union_all([Polygon(part.exterior) for part in parts])
