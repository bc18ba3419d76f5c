import * as users from '../repositories/users.js';

export async function register(values) {
  if (await users.byEmail(values.email)) throw Object.assign(new Error('email has been taken'), { status: 422 });
  return users.insert(values);
}
