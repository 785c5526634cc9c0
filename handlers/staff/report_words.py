"""A report in words and as the description of a chart, in the reader's language (bot/chart.py draws it)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.staff.figures import AGES, Figures, Middle, Review
from handlers.staff.periods import MONTH, Period
from handlers.texts import Html, Texts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """What there is to send: the words, and the description of the chart (bot/chart.py), None if it would be empty."""

    name: str
    text: Html
    chart: Json | None


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts a review into words, in one language, for the agency of that name."""

    texts: Texts
    language: str
    name: str

    def report(self, review: Review) -> Report:
        """The whole of it."""
        span = self._span(review.period)
        if review.now.empty:
            return Report(self.name, self._say("report-empty", agency=self.name, span=span), None)
        lines = [self._say("report", agency=self.name, span=span), *self._lines(review.now, review.before)]
        lines.append(self._say("report-note"))
        return Report(self.name, Html("\n".join(lines)), self._chart(review))

    def _say(self, key: str, /, **words: Any) -> Html:
        return Html(self.texts.say(self.language, key, **words))

    def _number(self, value: float | None) -> str:
        return "–" if value is None else self.texts.number(self.language, value)

    def _share(self, value: float | None) -> str:
        return "–" if value is None else self._say("report-share", share=round(value * 100))

    def _span(self, period: Period) -> str:
        return self.texts.span(self.language, period.first, period.last)

    def _lines(self, now: Figures, before: Figures) -> list[Html]:
        lines = [
            self._middle("report-answer", now.answer, before.answer),
            self._middle("report-end", now.end, before.end),
        ]
        lines.append(self._middle("report-age", now.age, before.age, ninth=self._number(now.age.ninth)))
        if sum(now.verdicts):
            names = ("confirmed", "lapsed", "reopened")
            shares = {name: self._share(now.share(place)) for place, name in enumerate(names)}
            was = self._share(before.share(0))
            lines.append(self._say("report-verdicts", count=sum(now.verdicts), before=was, **shares))
        if now.fell:
            was = self._share(before.punctual)
            lines.append(self._say("report-kept", share=self._share(now.punctual), count=now.fell, before=was))
        return [line for line in lines if line]

    def _middle(self, key: str, now: Middle, before: Middle, **more: str) -> Html:
        if not now.count:
            return Html("")
        value, was = self._number(now.median), self._number(before.median)
        return self._say(key, value=value, count=now.count, before=was, **more)

    def _chart(self, review: Review) -> Json:
        return {
            "title": self.name,
            "subtitle": self._span(review.period),
            "trend": self._trend(review),
            "ages": self._ages(review.now),
            "verdicts": self._verdicts(review),
            "note": self._say("chart-note"),
        }

    def _trend(self, review: Review) -> Json | None:
        answers, ends = [each[1] for each in review.trail], [each[2] for each in review.trail]
        if not any(value is not None for value in (*answers, *ends)):
            return None
        month = review.period.unit == MONTH
        return {
            "title": self._say("chart-trend"),
            "labels": [self.texts.short_day(self.language, period.first, month=month) for period, _, _ in review.trail],
            "series": [self._series("chart-answer", answers), self._series("chart-end", ends)],
        }

    def _series(self, key: str, values: Sequence[float | None]) -> Json:
        last = self._number(values[-1]) if values[-1] is not None else ""
        return {"name": self._say(key), "values": values, "last": last}

    def _ages(self, now: Figures) -> Json | None:
        if not now.age.count:
            return None
        shares = [count / now.age.count for count in now.ages]
        starts = (0, *(bound + 1 for bound in AGES[:-1]))
        labels = [f"{start}–{bound}" for start, bound in zip(starts, AGES, strict=True)]
        figures_ = [self._share(share) for share in shares]
        return {
            "title": self._say("chart-ages"),
            "labels": [*labels, f"> {AGES[-1]}"],
            "shares": shares,
            "figures": figures_,
        }

    def _verdicts(self, review: Review) -> Json | None:
        rows = []
        for key, of in (("chart-now", review.now), ("chart-before", review.before)):
            shares = [of.share(place) for place in range(len(of.verdicts))]
            if shares[0] is not None:
                rows.append(
                    {"label": self._say(key), "shares": shares, "figures": [self._share(each) for each in shares]}
                )
        names = [self._say(f"chart-{name}") for name in ("confirmed", "lapsed", "reopened")]
        return {"title": self._say("chart-verdicts"), "names": names, "rows": rows} if rows else None
