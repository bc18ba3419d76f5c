// Answers what the paths below it ask for.

exports.currentUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.updateUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};
