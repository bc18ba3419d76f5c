// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>
#include <domain/evaluation.h>
#include <domain/runbundle.h>
#include <suite/httpsuite.h>

namespace Decayscope::Test {

/// One fault put into a reference backend by changing a few words of it, and what it must make fail.
struct PlantedDefect
{
    QString name;
    QString backend; ///< The folder of the backend.
    QString file; ///< In that folder.
    QString find; ///< Stands exactly once in the file.
    QString replace;
    QStringList fails; ///< "19. Favorite Article: *": checks of the study's suite; a star at the end stands for any.
    QStringList deep; ///< Of conduit-deep, in the same way; may be left out where `fails` says something.
    QStringList violates; ///< Constraints it breaks, by name.
    QString why; ///< A sentence or two: the fault, what it reaches, what it does not.
};

/// The rows of a file of defects. Errors: Unreadable, InvalidInput.
[[nodiscard]] Result<std::vector<PlantedDefect>> readDefects(const QString &file);

/// Changes a copy of its backend. Errors: Unreadable, InvalidInput (the words are not there exactly once).
[[nodiscard]] Result<> plant(const PlantedDefect &defect, const QString &folder);

/// The checks of a suite that patterns mean, in the suite's order, as "19. Favorite Article: name"; a pattern that
/// means none is there too, with a word saying so.
[[nodiscard]] QStringList meantChecks(const QStringList &patterns, const HttpSuite &suite);

/// The checks that failed, in the same words.
[[nodiscard]] QStringList failedChecks(const SuiteResult &result);

/// The constraints whose verdicts are against the run, by name.
[[nodiscard]] QStringList violated(const RunBundle &bundle);

} // namespace Decayscope::Test
