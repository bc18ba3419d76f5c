// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "constraint.h"

#include <base/result.h>

namespace Decayscope {

/// Generation: a backend from nothing under explicit constraints. Feature: a removed feature to restore.
/// Other: a task from outside the study, such as that of a single imported trajectory; no table counts it.
enum class TaskKind : quint8 { Generation, Feature, Other };

/// "generation", "feature", "other", as on the command line.
[[nodiscard]] QString taskKindName(TaskKind kind);

/// One task of the study.
struct TaskSpec
{
    TaskKind kind = TaskKind::Generation;
    QString runtime; ///< "uv" or "node" for generation tasks; the framework's folder for feature tasks.
    QString framework; ///< Such as "flask"; "honojs" only for feature tasks.
    QString name; ///< The task folder's name. Feature names repeat between frameworks.
    ConstraintSet constraints; ///< Empty for feature tasks: theirs are implicit.

    /// The word of its name that says which contract it is for: "openapi" for Conduit, the study's; any other is the
    /// contract's own name. Feature tasks are for Conduit; empty for other tasks.
    [[nodiscard]] QString contractWord() const;

    /// The contract's name: "conduit" for the study's.
    [[nodiscard]] QString contractName() const;

    /// Number of constraints besides the framework, 0–3.
    [[nodiscard]] int level() const { return constraints.size(); }

    bool operator==(const TaskSpec &) const = default;
    std::strong_ordering operator<=>(const TaskSpec &) const = default;
};

inline constexpr int levelCount = 4;

/// The contract word of the study's tasks: "openapi", for Conduit.
inline constexpr QStringView studyContractWord = u"openapi";
inline constexpr QStringView studyContractName = u"conduit";

/// The name of a generation task: `{framework}-{contract word}-{constraints or "unconstrained"}`.
[[nodiscard]] QString generationTaskName(
    QStringView framework, ConstraintSet constraints, QStringView contractWord = studyContractWord);

/// The task of a results folder `runtime/…/name`. Under the runtimes "uv" and "node" it is a generation task and its
/// name must say framework and known constraints; under any other folder it is a feature task of that framework.
/// Fails with InvalidInput where a generation task's name does not say so.
[[nodiscard]] Result<TaskSpec> taskFromFolder(const QString &runtime, const QString &name);

/// The frameworks of a runtime as the study has them; empty for an unknown runtime.
[[nodiscard]] QStringList frameworksOf(QStringView runtime);

/// The ten variants of a framework's tasks, by level and then in the study's order.
[[nodiscard]] std::vector<ConstraintSet> variantsOf(QStringView runtime);

/// The generation tasks of the study's contract: 80.
[[nodiscard]] std::vector<TaskSpec> generationTasks();

/// The 16 tasks of the study's pipeline subset.
[[nodiscard]] std::vector<TaskSpec> pipelineSubset();

} // namespace Decayscope
