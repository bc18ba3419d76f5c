// Answers what the paths below it ask for.

exports.registerUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.loginUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};
