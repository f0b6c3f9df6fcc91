// Checks what readers answer to exercises. Without it every question, hint and solution can be read all the same.
(() => {
  const words = {
    hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, quadrillion: 15, quintillion: 18,
    sextillion: 21, septillion: 24, octillion: 27, nonillion: 30, decillion: 33,
  };
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const separator = "[,\u2009\u202f]";
  const number = new RegExp(
    `^(?:[1-9]\\d{0,2}(${separator})\\d{3}(?:\\1\\d{3})*(?!\\d)|\\d+)(?:\\.\\d+)?(?:[eE][+\\-\u2212]?\\d+)?|^\\.\\d+`);

  class Unreadable extends Error {}

  // Numbers with + − * / ^ sqrt and parentheses, as they are on paper: powers bind before signs and go to the right.
  class Reader {
    constructor(text) {
      this.rest = text.trim();
    }

    take(pattern) {
      const found = this.rest.match(pattern);
      if (!found) return undefined;
      this.rest = this.rest.slice(found[0].length).trimStart();
      return found[0];
    }

    value() {
      const value = this.sum();
      if (this.rest) throw new Unreadable(this.complaint());
      return value;
    }

    complaint() {
      if (!this.rest) return "Something is missing at the end.";
      if (/^,/.test(this.rest)) return "A comma stands before three digits, as in 3,640; decimals follow a point.";
      return `“${this.rest}” cannot be read as a number.`;
    }

    sum() {
      let value = this.product();
      for (let sign; (sign = this.take(/^[+\-\u2212\u2013]/));) {
        const next = this.product();
        value = sign === "+" ? value + next : value - next;
      }
      return value;
    }

    product() {
      let value = this.signed();
      let isDivided = false;
      for (;;) {
        if (this.take(/^(?:\*(?!\*)|×|·|⋅)/)) value *= this.signed();
        else if (this.take(/^[/÷:]/)) {
          value /= this.signed();
          isDivided = true;
        } else if (/^(?:\(|√|sqrt)/i.test(this.rest)) {
          if (isDivided) throw new Unreadable("Parentheses are needed to say what is divided by what.");
          value *= this.power();
        } else return value;
      }
    }

    signed() {
      if (this.take(/^[\-\u2212\u2013]/)) return -this.signed();
      return this.take(/^\+/) ? this.signed() : this.power();
    }

    power() {
      const base = this.unit(this.atom());
      if (this.take(/^(?:\^|\*\*)/)) return base ** this.signed();
      const exponent = this.take(/^[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/);
      if (!exponent) return base;
      const size = Number([...exponent.replace(/[⁺⁻]/, "")].map((digit) => raised.indexOf(digit)).join(""));
      return base ** (exponent[0] === "⁻" ? -size : size);
    }

    unit(value) {
      if (this.take(/^%/)) return value / 100;
      const word = this.take(/^[a-z]+illion(?![a-z])|^(?:hundred|thousand)(?![a-z])/i)?.toLowerCase();
      if (!word) return value;
      if (!(word in words)) throw new Unreadable(`“${word}” cannot be read as a number.`);
      return value * 10 ** words[word];
    }

    atom() {
      if (this.take(/^\(/)) return this.closing(this.sum());
      if (this.take(/^sqrt(?![a-z])\s*\(/i)) return Math.sqrt(this.closing(this.sum()));
      if (this.take(/^√/)) return Math.sqrt(this.atom());
      const digits = this.take(number);
      if (digits === undefined) throw new Unreadable(this.complaint());
      return Number(digits.replace(/[,\u2009\u202f]/g, "").replace("\u2212", "-"));
    }

    closing(value) {
      if (!this.take(/^\)/)) throw new Unreadable(this.rest ? this.complaint() : "A parenthesis is not closed.");
      return value;
    }
  }

  const read = (text) => {
    const value = new Reader(text).value();
    if (!Number.isFinite(value)) throw new Unreadable("That has no value.");
    return value;
  };

  // A closed end is met with a slack of a part in 10¹², as it is where lessons are verified.
  const holds = (interval, value) => {
    const [, open, lower, upper, close] = interval.match(/^([[(])([^,]*),([^\])]*)([\])])$/);
    const slack = (end) => Math.abs(end) * 1e-12;
    const isAbove = !lower || (open === "[" ? value >= lower - slack(lower) : value > Number(lower));
    const isBelow = !upper || (close === "]" ? value <= Number(upper) + slack(upper) : value < Number(upper));
    return isAbove && isBelow;
  };

  const folded = (text) => text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  const decoded = (key) =>
    new TextDecoder().decode(new Uint8Array((key.slice(1).match(/../g) ?? []).map((pair) => parseInt(pair, 16))));
  const isRightEntry = (key, text) =>
    key[0] === "x" ? folded(text) === folded(decoded(key)) : holds(key, read(text));

  const isRightText = (keys, text) => {
    if (keys.length === 1) return isRightEntry(keys[0], text);
    const inner = text.trim().replace(/^[([](.*)[)\]]$/, "$1");
    const entries = inner.split(/;|,\s|,(?!\d{3}(?!\d))/).map((entry) => entry.trim());
    if (entries.length !== keys.length) {
      throw new Unreadable(`${keys.length} entries are asked for; there are ${entries.length}.`);
    }
    // Every entry is read, so that what cannot be read is told whatever stands before it.
    return entries.map((entry, index) => isRightEntry(keys[index], entry)).every(Boolean);
  };

  // FNV-1a of 32 bits.
  const checksum = (text) =>
    [...new TextEncoder().encode(text)].reduce((sum, byte) => Math.imul(sum ^ byte, 16777619) >>> 0, 2166136261);

  const judge = (form) => {
    const radios = [...form.querySelectorAll("input[type=radio]")];
    if (radios.length) {
      const chosen = radios.find((radio) => radio.checked);
      if (!chosen) return ["unread", "Choose one of the answers."];
      return `#${checksum(`${chosen.name}/${chosen.value}`)}` === form.dataset.key
        ? ["right", "Right."] : ["wrong", "Not this one."];
    }
    const text = form.querySelector("input").value;
    if (!text.trim()) return ["unread", "Write an answer first."];
    try {
      return isRightText(form.dataset.key.split(" "), text)
        ? ["right", "Right."] : ["wrong", "Not yet. Try again, or open what is folded below."];
    } catch (error) {
      if (error instanceof Unreadable) return ["unread", error.message];
      throw error;
    }
  };

  gradus.each("form.answer[data-key]", (form) => {
    const verdict = form.querySelector(".verdict");
    const button = form.querySelector("button");
    const forget = () => {
      form.removeAttribute("data-verdict");
      verdict.textContent = "";
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [kind, message] = judge(form);
      form.dataset.verdict = kind;
      verdict.textContent = message;
      form.querySelector("input[type=text]")?.setAttribute("aria-invalid", String(kind !== "right"));
    });
    form.addEventListener("input", () => {
      forget();
      form.querySelector("input[type=text]")?.removeAttribute("aria-invalid");
    });
    button.disabled = false;
    button.hidden = false;
    form.hidden = false;
  });
})();
