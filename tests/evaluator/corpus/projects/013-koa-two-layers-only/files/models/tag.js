exports.toTag = (row) => row.name;
