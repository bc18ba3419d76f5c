// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "place.h"

#include <base/result.h>

namespace Decayscope {

/// A place in a run of a certain study, such as `decayscope:6f1c…/run/37#turn=19`.
struct DeepLink
{
    QString storeId;
    RunPlace place;

    bool operator==(const DeepLink &) const = default;
};

/// The link as text. Turns count from 1 in links, as on the screen.
[[nodiscard]] QString linkText(const DeepLink &link);

/// Whether a text means to be such a link.
[[nodiscard]] bool looksLikeLink(QStringView text);

/// Errors: InvalidInput, naming the part that is wrong.
[[nodiscard]] Result<DeepLink> readLink(const QString &text);

} // namespace Decayscope
