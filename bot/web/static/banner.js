// The line above the log that says how the connection is, when that is worth saying.

const GRACE = 1500; // ms a broken line may take to mend before anybody is told
const WELCOME_BACK = 3000; // ms

export class Banner {
  constructor(element, words) {
    Object.assign(this, { element, words, down: false });
  }

  lineIs(state) {
    if (state === "down") {
      this.doubt ??= setTimeout(() => {
        this.down = true;
        this.say("lost");
      }, GRACE);
      return;
    }
    clearTimeout(this.doubt);
    this.doubt = null;
    if (this.down) {
      this.down = false;
      this.say("back");
      this.fading = setTimeout(() => this.hide(), WELCOME_BACK);
    }
  }

  say(word) {
    clearTimeout(this.fading);
    this.element.textContent = this.words[word];
    this.element.dataset.word = word;
    this.element.hidden = false;
  }

  // What was said about a message is over; what was said about the line is not.
  sent() {
    if (!this.down && this.element.dataset.word !== "back") this.hide();
  }

  hide() {
    clearTimeout(this.fading);
    this.element.hidden = true;
  }
}
