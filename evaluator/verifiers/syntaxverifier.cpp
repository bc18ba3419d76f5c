// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntaxverifier.h"

#include <engines/databasejudge.h>
#include <engines/ormjudge.h>
#include <layers/architecturejudge.h>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

ConstraintVerdict judged(const ModuleGraph &graph, Constraint constraint)
{
    switch (kindOf(constraint)) {
    case ConstraintKind::Architecture:
        return judgeArchitecture(graph);
    case ConstraintKind::Database:
        return judgeDatabase(graph, constraint);
    case ConstraintKind::Orm:
        return judgeOrm(graph, constraint);
    }
    return {};
}

} // namespace

std::vector<ConstraintVerdict> verifySyntax(QByteArrayView patch, ConstraintSet constraints)
{
    if (constraints.isEmpty())
        return {};
    const auto project = SourceProject::ofPatch(patch);
    const ModuleGraph graph(project);
    std::vector<ConstraintVerdict> verdicts;
    verdicts.reserve(static_cast<std::size_t>(constraints.size()));
    for (const auto constraint : constraints.toVector())
        verdicts.push_back(judged(graph, constraint));
    return verdicts;
}

Verifier syntaxVerifier()
{
    return {.version = u"syntax-1"_s, .verify = verifySyntax};
}

} // namespace Decayscope
