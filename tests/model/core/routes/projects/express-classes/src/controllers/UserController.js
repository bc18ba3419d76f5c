class UserController {
  registerUser = async (req, res) => {
    res.json({});
  };

  loginUser = async (req, res) => {
    res.json({});
  };

  currentUser = async (req, res) => {
    res.json({});
  };

  updateUser = async (req, res) => {
    res.json({});
  };

  getProfile = async (req, res) => {
    res.json({});
  };

  followUser = async (req, res) => {
    res.json({});
  };

  unfollowUser = async (req, res) => {
    res.json({});
  };

}

export default UserController;
