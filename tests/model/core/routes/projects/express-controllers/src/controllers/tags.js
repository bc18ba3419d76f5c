// Answers what the paths below it ask for.

exports.listTags = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};
