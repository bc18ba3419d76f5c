export interface Follow {
  follower: string;
  followed: string;
}
