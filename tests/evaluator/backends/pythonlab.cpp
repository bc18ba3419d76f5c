// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonlab.h"

#include <QProcess>

#include <algorithm>

namespace Decayscope::Test {

namespace {

using namespace Qt::StringLiterals;

QString missingPackages()
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s,
        {u"-c"_s, u"import venv, pip, flask, fastapi, uvicorn, django, aiohttp, sqlalchemy, psycopg2"_s});
    if (python.waitForFinished() && python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0)
        return {};
    const auto said = QString::fromUtf8(python.readAllStandardError()).trimmed().section(u'\n', -1);
    return u"The Python packages of the reference backends are not all installed (%1); ./bootstrap evaluation installs "
           "them."_s.arg(said);
}

} // namespace

const std::vector<ReferenceBackend> &pythonBackends()
{
    static const ConstraintSet layered{Constraint::CleanArchitecture, Constraint::Postgres, Constraint::SqlAlchemy};
    static const std::vector<ReferenceBackend> backends{
        {u"uv"_s, u"aiohttp"_s, u"aiohttp"_s, {Constraint::Sqlite}},
        {u"uv"_s, u"django"_s, u"django"_s, {Constraint::Sqlite}},
        {u"uv"_s, u"fastapi"_s, u"fastapi"_s, {}},
        {u"uv"_s, u"flask"_s, u"flask"_s, {}},
        {u"uv"_s, u"flask-postgres-sqlalchemy"_s, u"flask"_s, layered},
    };
    return backends;
}

const ReferenceBackend &pythonBackend(const QString &name)
{
    return *std::ranges::find(pythonBackends(), name, &ReferenceBackend::name);
}

QString missingForPython()
{
    if (auto missing = missingRequirement({u"bubblewrap"_s}); !missing.isEmpty())
        return missing;
    return missingPackages();
}

EvaluationRequest pythonRequest(const ReferenceBackend &backend, const QString &folder)
{
    auto request = BackendLab::request(backend, folder).value_or(EvaluationRequest());
    request.network = SetUpNetwork::Nothing;
    return request;
}

void dropSetUp(EvaluationRequest &request)
{
    request.runtime.setUp = {{.name = u"nothing to do"_s, .needs = {}, .network = false, .commands = {}}};
}

} // namespace Decayscope::Test
