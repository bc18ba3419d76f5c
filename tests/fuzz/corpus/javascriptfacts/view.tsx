import React, { useState } from 'react';
export const View: React.FC<Props> = ({ a, b }) => {
  const [value, setValue] = useState<string>('x');
  return <Foo a="t" onClick={() => save(value)}>{list.map((x) => <Bar key={x.id} />)}</Foo>;
};
