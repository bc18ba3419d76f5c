import { User } from '../models/user.js';

export const insert = (values) => User.create(values);
export const byEmail = (email) => User.findOne({ where: { email } });
