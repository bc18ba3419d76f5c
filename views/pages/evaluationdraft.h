// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>
#include <domain/runtimerecipe.h>

#include <QStringList>

#include <vector>

namespace Decayscope {

/// An evaluation as its form has it.
struct EvaluationDraft
{
    QString code; ///< A folder or a patch.
    TaskSpec task; ///< Its name is empty while none is chosen.
    QString base; ///< Feature tasks: the folder of the repository.
    QString taskPatch; ///< Feature tasks: the patch that took the feature away.
    Configuration configuration;
    SetUpNetwork network = SetUpNetwork::Registries;
    bool deepSuite = true;

    bool operator==(const EvaluationDraft &) const = default;
};

/// What the form offers.
struct EvaluationOffers
{
    std::vector<TaskSpec> tasks; ///< Generation tasks of all contracts.
    QStringList featureTasks; ///< Names.
    QStringList featureRuntimes;
    QStringList scaffolds;
    QStringList models;

    bool operator==(const EvaluationOffers &) const = default;
};

/// Something that evaluations need and this system lacks.
struct EvaluationNeed
{
    QString name;
    QString purpose; ///< A sentence.
    QString remedy;

    bool operator==(const EvaluationNeed &) const = default;
};

} // namespace Decayscope
