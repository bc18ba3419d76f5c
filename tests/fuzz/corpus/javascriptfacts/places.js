class A {
  field = make();
  static { begin(); }
  async m(p) {
    if (p > 1) {
      one();
    } else if (p) two();
    else {
      three();
    }
  }
  handle = async () => { four(); };
}
const B = class extends mixin(A) { get v() { return five(); } };
function outer() {
  const inner = () => { six(); };
  list.forEach((x) => seven(x));
  try { eight(); } catch (error) { nine(); } finally { ten(); }
  switch (kind) { case 'a': case 'b': eleven(); break; default: twelve(); }
}
const api = { list: async function () { thirteen(); }, show() { fourteen(); }, drop: (id) => fifteen(id) };
exports.wrapped = asyncHandler(async (req, res) => { sixteen(); });
export default () => { seventeen(); };
