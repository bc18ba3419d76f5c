// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "glasslab.h"

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

SuiteCall aCall(const QString &path, const std::vector<SuiteCheck> &checks)
{
    return {.name = path, .method = u"GET"_s, .path = path, .checks = checks};
}

HttpSuite smallSuite()
{
    const SuiteCheck isOk{.name = u"ok is there"_s, .kind = CheckKind::Present, .at = u"ok"_s};
    const SuiteCheck hasMore{.name = u"more is there"_s, .kind = CheckKind::Present, .at = u"more"_s};
    return {.name = u"small"_s,
        .title = u"Small"_s,
        .version = u"1"_s,
        .calls = {aCall(u"/first"_s, {isOk, hasMore}), aCall(u"/second"_s, {isOk})}};
}

HttpSuite deepSuite()
{
    const SuiteCheck isOk{.name = u"ok is there"_s, .kind = CheckKind::Present, .at = u"ok"_s};
    return {.name = u"deep"_s, .title = u"Deep"_s, .version = u"1"_s, .calls = {aCall(u"/deep"_s, {isOk})}};
}

} // namespace

GlassLab::GlassLab()
    : m_sandbox(std::make_shared<FakeSandbox>())
    , m_tools(std::make_shared<const EvaluationTools>(EvaluationTools{.sandbox = m_sandbox,
          .registries = nullptr,
          .suiteProgram = QStringLiteral(DECAYSCOPE_SUITE_PROGRAM),
          .cacheFolder = {},
          .program = u"0"_s,
          .verifiers = {}}))
{ }

EvaluationRequest GlassLab::request(const std::vector<QString> &setUp, const std::vector<QString> &run, int trial)
{
    const auto task = *taskFromFolder(u"uv"_s, u"flask-openapi-unconstrained"_s);
    return {.key = {.runtime = task.runtime,
                .configuration = {.scaffold = u"manual"_s, .model = u"me"_s},
                .task = task.name,
                .date = u"2026-11-22"_s,
                .trial = trial},
        .task = task,
        .contract = {.name = u"glass"_s, .version = u"2"_s, .suite = smallSuite(), .deepSuite = deepSuite()},
        .runtime = {.name = u"fake"_s,
            .setUp = {{.name = u"by hand"_s, .commands = setUp}},
            .run = run,
            .basePath = u"/api"_s,
            .healthPath = u"/health"_s,
            .healthTries = 2,
            .healthInterval = std::chrono::milliseconds(150)},
        .code = WorkspacePatch{.path = u"/code/run.patch"_s, .bytes = {}},
        .network = SetUpNetwork::Nothing};
}

} // namespace Decayscope::Test
