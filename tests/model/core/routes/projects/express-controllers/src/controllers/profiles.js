// Answers what the paths below it ask for.

exports.getProfile = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.followUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.unfollowUser = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};
