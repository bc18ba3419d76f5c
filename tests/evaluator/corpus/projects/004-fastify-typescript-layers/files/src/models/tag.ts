export interface Tag {
  name: string;
  uses: number;
}

export const emptyTag: Tag = { name: '', uses: 0 };
