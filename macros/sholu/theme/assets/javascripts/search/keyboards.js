// What is typed while the keyboard is set to another alphabet: vbuhfwbz is миграция, руддщ is hello.
//
// The layouts are those of Windows, which macOS and Linux follow; each string names what the same keys write,
// row by row, without Shift and then with it.

const KEYS =
  "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const LAYOUTS = [
  "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю." + 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
  '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№' + ")!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?",
];
const KEYBOARDS = LAYOUTS.flatMap((layout) => [keyboard(KEYS, layout), keyboard(layout, KEYS)]);

// Returns a function that writes what other keys would have written.
function keyboard(from, to) {
  const written = new Map([...from].map((letter, place) => [letter, to[place]]));
  return (typed) => [...typed].map((letter) => written.get(letter) ?? letter).join("");
}
