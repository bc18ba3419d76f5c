import { userByName } from '../repositories/users.js';

export function profileOf(username) {
  const user = userByName(username);
  return user && { username: user.username, bio: user.bio ?? '', following: false };
}
