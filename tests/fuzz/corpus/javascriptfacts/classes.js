class User extends Model {
  static table = 'users';
  #secret = 1;
  name;
  constructor(a, { b, c }, [d] = [], ...e) { super(a); }
  static async find(id = 1) {}
  get full() {}
  [computed]() {}
  arrow = (x) => x;
}
class Other extends require('events').EventEmitter {}
class Deep extends a.b.C {}
class Mixed extends mixin(Base, Other) {}
const Named = class {};
function* gen(a) {}
