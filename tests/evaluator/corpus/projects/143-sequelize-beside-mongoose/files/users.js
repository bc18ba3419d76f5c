import { DataTypes, Sequelize } from 'sequelize';

export const sequelize = new Sequelize({ dialect: 'sqlite', storage: 'users.db' });
export const User = sequelize.define('user', { email: DataTypes.STRING });
