// Texts that tell which edit wrote them, and whether all of it is there.

/** The text of an edit: its number at both ends and letters that follow from the number. */
export function text(number, size) {
  const mark = `[${number}]`;
  let seed = number + 1;
  const letters = [];
  while (letters.length < size - 2 * mark.length) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    letters.push(seed % 9 === 0 ? " " : String.fromCharCode(97 + ((seed >>> 8) % 26)));
  }
  return mark + letters.join("") + mark;
}

/** A random number that can be had again from its seed. */
export function dice(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}
