// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplepatch.h"

namespace Decayscope {

namespace {

bool isPython(const SampleRun &run)
{
    return frameworksOf(u"uv").contains(run.task.framework);
}

bool keeps(const SampleRun &run, ConstraintKind kind)
{
    return run.task.constraints.ofKind(kind).has_value() && run.violated != kind;
}

QByteArray pythonStore(const SampleRun &run)
{
    QByteArray text;
    const auto database = run.task.constraints.ofKind(ConstraintKind::Database);
    if (keeps(run, ConstraintKind::Database))
        text += database == Constraint::Sqlite ? "import sqlite3\n" : "import psycopg2\n";
    else if (database)
        text += "# Rows are kept in memory.\nROWS = {}\n";
    if (keeps(run, ConstraintKind::Orm))
        text += "from sqlalchemy import create_engine\n";
    return text + "\n\ndef connect(settings):\n    return settings[\"store\"]\n";
}

QByteArray nodePackage(const SampleRun &run)
{
    QByteArray dependencies = "    \"" + run.task.framework.toUtf8() + "\": \"*\"";
    const auto database = run.task.constraints.ofKind(ConstraintKind::Database);
    if (keeps(run, ConstraintKind::Database))
        dependencies += database == Constraint::Sqlite ? ",\n    \"better-sqlite3\": \"*\"" : ",\n    \"pg\": \"*\"";
    if (keeps(run, ConstraintKind::Orm))
        dependencies += ",\n    \"sequelize\": \"*\"";
    return "{\n  \"name\": \"conduit\",\n  \"dependencies\": {\n" + dependencies + "\n  }\n}\n";
}

QByteArray importLine(bool python, const QByteArray &layer)
{
    if (python)
        return "from app." + layer + ".articles import articles\n";
    return "const articles = require('../" + layer + "/articles');\n";
}

QByteArray function(bool python, const QByteArray &name)
{
    if (python)
        return "\n\ndef " + name + "(request):\n    return {\"articles\": articles.all(request)}\n";
    return "\nfunction " + name + "(request) {\n  return { articles: articles.all(request) };\n}\nmodule.exports = { "
        + name + " };\n";
}

/// Routes, services, repositories, models, each using the one below; a breach makes the repositories use a service.
std::vector<SampleSource> layers(bool python, bool broken)
{
    constexpr const char *names[]{"routes", "services", "repositories", "models"};
    const auto root = python ? QStringLiteral("app/") : QStringLiteral("src/");
    const auto file = python ? QStringLiteral("/articles.py") : QStringLiteral("/articles.js");
    std::vector<SampleSource> sources;
    for (std::size_t i = 0; i < std::size(names); ++i) {
        QByteArray text = i + 1 < std::size(names) ? importLine(python, names[i + 1]) : QByteArray();
        if (broken && i == 2)
            text += importLine(python, "services");
        sources.push_back({root % QLatin1StringView(names[i]) % file, text + function(python, "list_articles")});
    }
    return sources;
}

} // namespace

std::vector<SampleSource> sampleSources(const SampleRun &run)
{
    const bool python = isPython(run);
    std::vector<SampleSource> sources;
    if (run.task.constraints.contains(Constraint::CleanArchitecture))
        sources = layers(python, run.violated == ConstraintKind::Architecture);
    const auto main = python ? QStringLiteral("app.py") : QStringLiteral("server.js");
    sources.push_back({main, (python ? "articles = {}\n" : "const articles = {};\n") + function(python, "serve")});
    if (python)
        sources.push_back({QStringLiteral("store.py"), pythonStore(run)});
    else
        sources.push_back({QStringLiteral("package.json"), nodePackage(run)});
    return sources;
}

QByteArray samplePatch(const std::vector<SampleSource> &sources)
{
    QByteArray patch;
    for (const auto &[path, text] : sources) {
        const auto name = path.toUtf8();
        const auto lines = text.split('\n');
        patch += "diff --git a/" + name + " b/" + name + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + name
            + "\n@@ -0,0 +1," + QByteArray::number(lines.size() - 1) + " @@\n";
        for (qsizetype i = 0; i + 1 < lines.size(); ++i)
            patch += '+' + lines.at(i) + '\n';
    }
    return patch;
}

} // namespace Decayscope
