import { DataTypes } from 'sequelize';
import { sequelize } from '../config/database.js';

export const User = sequelize.define('User', {
  email: { type: DataTypes.STRING, unique: true, validate: { isEmail: true } },
  username: DataTypes.STRING,
});
