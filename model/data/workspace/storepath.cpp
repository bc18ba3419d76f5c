// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storepath.h"

#include <QStandardPaths>

namespace Decayscope {

QString defaultStorePath()
{
    const auto chosen = qEnvironmentVariable("DECAYSCOPE_STORE");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) % u"/decayscope/default.decayscope";
}

} // namespace Decayscope
