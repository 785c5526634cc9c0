"""What a person does with the chat's page, in words a test can use; works with any server that serves the page."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

# Set this to a folder to look at what the tests see.
SCREENSHOTS = os.environ.get("UDAJANG_SCREENSHOTS", "")

# Contrast of every visible text against what is painted behind it, as WCAG 2.2 defines it.
CONTRASTS = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const over = (top, below) => {
    const alpha = top[3] ?? 1;
    return [0, 1, 2].map((i) => top[i] * alpha + below[i] * (1 - alpha));
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour.startsWith("color(")) continue; // mixed shades between the two that are tested
      const parsed = parse(colour);
      layers.push(parsed);
      if ((parsed[3] ?? 1) === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility() || element.closest(".hidden, script, noscript, :disabled")) continue;
    const style = getComputedStyle(element);
    const ground = behind(element);
    const ink = over(parse(style.color), ground);
    const [one, other] = [light(ink), light(ground)].sort((a, b) => b - a);
    found.push([Math.round(((one + 0.05) / (other + 0.05)) * 100) / 100, text.slice(0, 40)]);
  }
  return found;
}"""


class Chat:
    """One conversation on a page: ``citizen``, or ``staff`` where there is that pane too."""

    def __init__(self, page: Page, role: str = "citizen") -> None:
        self.page = page
        self.pane = page.locator(f"#pane-{role}")
        self.input = self.pane.locator("textarea")
        self.said = self.pane.locator(".bubble.mine")
        self.heard = self.pane.locator(".bubble.theirs")
        self.banner = self.pane.locator(".banner")
        self.note = self.pane.locator(".note")

    def write(self, text: str) -> None:
        """Type and press the send button."""
        self.input.fill(text)
        self.pane.locator(".send").click()

    def ask(self, text: str, *, answer: str | re.Pattern[str] = "") -> Locator:
        """Say something and wait for the next answer; returns its bubble."""
        before = self.heard.count()
        self.write(text)
        return self.answered(before, answer)

    def answered(self, before: int, answer: str | re.Pattern[str] = "") -> Locator:
        """The bubble after the first ``before`` ones, once it is there and holds ``answer``."""
        bubble = self.heard.nth(before)
        expect(bubble).to_be_visible()
        if answer:
            expect(bubble).to_contain_text(answer)
        return bubble

    def press(self, label: str) -> Locator:
        """Press the latest button with this label and wait for the next answer."""
        before = self.heard.count()
        self.pane.locator(".option", has_text=label).last.click()
        return self.answered(before)

    def attach(self, *files: Path | Mapping[str, object]) -> None:
        """Choose files as the attach button lets one."""
        self.pane.locator("input[type=file]").set_input_files(list(files))  # type: ignore[arg-type]

    def texts(self) -> list[str]:
        """Everything said and heard, in order, without times and buttons."""
        return self.pane.locator(".bubble .text").all_inner_texts()

    def shot(self, name: str) -> None:
        """Leave a picture for human eyes, if a folder for them is named."""
        if SCREENSHOTS:
            Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")


def contrasts(page: Page) -> list[tuple[float, str]]:
    """The contrast of every text on the page, the weakest first."""
    return sorted((ratio, text) for ratio, text in page.evaluate(CONTRASTS))


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return width
