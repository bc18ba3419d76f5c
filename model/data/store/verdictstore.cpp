// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdictstore.h"

#include "verdictwriter.h"

namespace Decayscope {

Result<> replaceVerdicts(Connection &connection, const std::vector<TakenVerdicts> &taken, const QString &verifier)
{
    VerdictWriter writer(connection);
    for (const auto &[version, verdicts] : taken) {
        if (auto done = writer.replace(version, verdicts, verifier); !done)
            return done;
    }
    return {};
}

} // namespace Decayscope
