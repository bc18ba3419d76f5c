import { Column, DataType, Model, PrimaryKey, Table } from 'sequelize-typescript';

@Table({ tableName: 'tags', timestamps: false })
export class Tag extends Model {
  @PrimaryKey
  @Column(DataType.STRING)
  declare name: string;
}
