// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Decayscope {

/// What a model's tokens cost, in a currency per million.
struct TokenPrice
{
    double input = 0;
    double output = 0;

    bool operator==(const TokenPrice &) const = default;
};

} // namespace Decayscope
