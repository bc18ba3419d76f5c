// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <exception>

namespace Decayscope {

/// What libraries threw while a bundle was made or checked: a hostile one may ask for more memory or larger numbers
/// than there are.
[[nodiscard]] inline std::unexpected<Error> thrownError(const std::exception &thrown)
{
    return failure(ErrorKind::Damaged,
        QStringLiteral("The bundle's figures and tables cannot be made: its data ask for more memory or larger numbers "
                       "than there are. Make it from fewer runs, or take it anew from where it came."),
        QString::fromLocal8Bit(thrown.what()));
}

/// The result of work; what it throws as an error.
template <typename Work>
[[nodiscard]] auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &thrown) {
        return thrownError(thrown);
    }
}

} // namespace Decayscope
