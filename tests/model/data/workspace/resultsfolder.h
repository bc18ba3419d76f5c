// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>
#include <domain/verdict.h>

#include <QByteArray>
#include <QStringList>

namespace Decayscope::Test {

/// A run to be written as a folder of the study's layout.
struct RunOnDisk
{
    QString framework = QStringLiteral("flask");
    ConstraintSet constraints;
    QString model = QStringLiteral("gpt-x");
    QString date = QStringLiteral("2026-04-01T12-00-00");
    int trial = 0;
    int passed = 6; ///< Of the 6 assertions of one request.
    QByteArray patch = "diff --git a/app.py b/app.py\n+hello = 1\n";
    QStringList turns{QStringLiteral("please build it"), QStringLiteral("done")};

    /// The run's folder, relative to the tree.
    [[nodiscard]] QString folder() const;
};

/// Writes a run's files; true when all could be written.
[[nodiscard]] bool writeRun(const QString &tree, const RunOnDisk &run);

/// Writes `count` runs with trajectories of `turns` made-up turns each.
[[nodiscard]] bool writeRuns(const QString &tree, int count, int turns);

/// Finds a constraint kept where the patch names it.
[[nodiscard]] Verifiers namingVerifier(const QString &version = QStringLiteral("naming-1"));

/// The runs in words, a line each, sorted: model, task, date, trial, counts, verdicts, exclusion.
[[nodiscard]] QStringList printed(const std::vector<Run> &runs);

} // namespace Decayscope::Test
