// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/task.h>
#include <domain/verdict.h>

#include <QJsonObject>
#include <QMap>

namespace Decayscope::Test {

/// What a person holds for the verdict on one constraint of a project.
struct LabelledVerdict
{
    bool compliant = false;
    QStringList places; ///< "file:line rule", sorted.
};

/// A small project with the verdicts that are right for it.
struct LabelledProject
{
    QString name; ///< Of its folder.
    QString task;
    QByteArray patch; ///< That adds all its files.
    QMap<Constraint, LabelledVerdict> verdicts;
    QStringList faults; ///< What is wrong with its label, as sentences.

    [[nodiscard]] ConstraintSet constraints() const;
};

/// The projects below `folder`, by name.
[[nodiscard]] std::vector<LabelledProject> labelledProjects(const QString &folder);

/// The same of a verdict that a verifier gave: "file:line rule", sorted, each once.
[[nodiscard]] QStringList placesOf(const ConstraintVerdict &verdict);

} // namespace Decayscope::Test
