// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "planteddefects.h"

#include <evaluation/evaluationrun.h>

#include <QTest>

namespace Decayscope::Test {

/// A project that does everything right, in the folder tests/evaluator/backends/{python,node}/name or, where the
/// demonstration writes it too, resources/demonstration/backends/name.
struct ReferenceBackend
{
    QString runtime; ///< "uv" or "node".
    QString name;
    QString framework;
    ConstraintSet constraints;

    [[nodiscard]] QString folder() const;
    [[nodiscard]] TaskSpec task() const;
};

/// What came of evaluating a backend.
struct LabRun
{
    RunBundle bundle;
    EvaluationRecord record;

    /// The suites' scores, the verdicts and what was not as it should be, a line each: for comparing.
    [[nodiscard]] QStringList printed() const;
};

/// Evaluates backends with the real parts: sandbox, registries, database, suites, verifiers.
class BackendLab
{
public:
    /// Errors: those of evaluationTools().
    [[nodiscard]] static Result<BackendLab> open();

    [[nodiscard]] const EvaluationTools &tools() const { return *m_tools; }
    [[nodiscard]] std::shared_ptr<const EvaluationTools> sharedTools() const { return m_tools; }

    /// The study's suites, as evaluations of these backends run them.
    [[nodiscard]] static const HttpSuite &suite() { return contract().suite; }
    [[nodiscard]] static const HttpSuite &deepSuite() { return *contract().deepSuite; }

    /// The request for a folder as this backend's task.
    [[nodiscard]] static Result<EvaluationRequest> request(const ReferenceBackend &backend, const QString &folder);

    /// Evaluates a backend, or a copy with a defect. Errors: those of evaluate(), of copying and of planting.
    [[nodiscard]] Result<LabRun> evaluateBackend(const ReferenceBackend &backend) const;
    [[nodiscard]] Result<LabRun> evaluateDefect(const ReferenceBackend &backend, const PlantedDefect &defect) const;
    [[nodiscard]] Result<LabRun> evaluateFolder(const ReferenceBackend &backend, const QString &folder) const;
    [[nodiscard]] Result<LabRun> evaluateRequest(const EvaluationRequest &request) const;

private:
    [[nodiscard]] static const EvaluatedContract &contract();
    explicit BackendLab(std::shared_ptr<const EvaluationTools> tools);

    std::shared_ptr<const EvaluationTools> m_tools;
};

/// Copies a folder with everything in it. False where something cannot be copied.
[[nodiscard]] bool copyFolder(const QString &from, const QString &to);

/// Why evaluations cannot be made here: the first of these requirements that is missing, as a sentence; empty where
/// all are there.
[[nodiscard]] QString missingRequirement(const QStringList &names);

/// Why packages of npm cannot be had here; empty where they can.
[[nodiscard]] QString missingNpmRegistry();

/// The file of defects of a language, "node" or "python".
[[nodiscard]] QString defectsFile(const QString &language);

} // namespace Decayscope::Test
