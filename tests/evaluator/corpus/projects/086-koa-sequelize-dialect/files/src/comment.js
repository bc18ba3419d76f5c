import { DataTypes, Model } from 'sequelize';
import { sequelize } from './database.js';

export class Comment extends Model {
  toView() {
    return { id: this.id, body: this.body };
  }
}

Comment.init({ body: { type: DataTypes.TEXT, allowNull: false } }, { sequelize, modelName: 'comment' });
