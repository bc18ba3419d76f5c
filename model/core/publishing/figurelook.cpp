// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurelook.h"

#include "lookfields.h"

#include <algorithm>

namespace Decayscope {

bool FigureLook::isPossible() const
{
    const auto isWithin = [this](const LookNumber &number) {
        const auto value = this->*number.field;
        return value >= number.minimum && value <= number.maximum;
    };
    return !font.isEmpty() && std::ranges::all_of(lookNumbers, isWithin);
}

} // namespace Decayscope
