// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluationrun.h"

namespace Decayscope {

/// Where evaluations find their parts.
struct EvaluationPlaces
{
    QString programFolder; ///< Of the running program; `decayscope-suite` stands there or in ../libexec/decayscope.
    QString cacheFolder; ///< For downloaded packages and database templates; made where missing.
    QString engine = QStringLiteral("bubblewrap"); ///< Or "podman", "docker".
    QString program; ///< This program's version.
};

/// The tools of all evaluations. Errors: those of making the sandbox, NotFound where the
/// suite program is missing, and Unreadable where the cache folder cannot be written.
[[nodiscard]] Result<std::shared_ptr<const EvaluationTools>> evaluationTools(
    const EvaluationPlaces &places, const Verifiers &verifiers);

/// The path of `decayscope-suite` for a program in `programFolder`. Errors: NotFound.
[[nodiscard]] Result<QString> suiteProgramPath(const QString &programFolder);

} // namespace Decayscope
