// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "taskdefinition.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// The API description without what is said of the file before it begins, such as its license.
QString quoted(const QByteArray &openApi)
{
    auto text = QString::fromUtf8(openApi).replace("\r\n"_L1, "\n"_L1).trimmed();
    qsizetype begin = 0;
    while (begin < text.size() && text[begin] == u'#') {
        const auto end = text.indexOf(u'\n', begin);
        begin = end < 0 ? text.size() : end + 1;
    }
    return text.remove(0, begin).trimmed();
}

/// In a fence that nothing in it can close.
QString fenced(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const auto c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const auto fence = QString(longest + 1, u'`');
    return fence + (text.startsWith(u'{') ? u"json\n"_s : u"yaml\n"_s) + text + u'\n' + fence + u'\n';
}

/// Such as "/api/users": the first paths of the API as a client asks for them.
QString examplePaths(const Contract &contract)
{
    QStringList paths;
    for (const auto &operation : contract.operations) {
        const auto path = u'`' % contract.basePath % operation.path % u'`';
        if (!operation.path.contains(u'{') && !paths.contains(path) && paths.size() < 2)
            paths.append(path);
    }
    return paths.join(" and "_L1);
}

/// Writes the sections of a prompt one after the other.
class PromptWriter
{
public:
    PromptWriter(const Contract &contract, const TaskSpec &task, const ContractRuntime &runtime)
        : m_contract(contract)
        , m_task(task)
        , m_runtime(runtime)
    { }

    [[nodiscard]] QString text()
    {
        writeDescription();
        writeAssignment();
        if (m_task.constraints.contains(Constraint::CleanArchitecture))
            writeArchitecture();
        if (const auto database = m_task.constraints.ofKind(ConstraintKind::Database))
            writeDatabase(*database);
        if (const auto orm = m_task.constraints.ofKind(ConstraintKind::Orm))
            writeOrm(*orm);
        writeFiles();
        writeServer();
        writeEvaluation();
        return m_text;
    }

private:
    void add(const QString &line) { m_text += line + u'\n'; }

    void begin(const QString &heading) { m_text += u"\n## "_s + heading + u"\n\n"_s; }

    void writeDescription()
    {
        add(u"# %1: a back end in %2"_s.arg(m_contract.title, m_task.framework));
        begin(u"API description"_s);
        add(u"This OpenAPI document says what the server has to do. Its descriptions are part of it.\n"_s);
        m_text += fenced(quoted(m_contract.openApi));
    }

    void writeAssignment()
    {
        begin(u"Your task"_s);
        add(u"Write a complete REST API server that does all that the description above says: every operation, with "
            u"its "
            "status codes, its fields and its errors.\n"_s);
        add(u"- Language: %1."_s.arg(m_runtime.language));
        add(u"- Web framework: **%1**. It must serve the requests; do not use another one."_s.arg(m_task.framework));
        add(u"- Place: the current directory. All files you write belong into it or into directories below it."_s);
        for (const auto constraint : m_task.constraints.toVector())
            add(assignmentLine(constraint));
    }

    [[nodiscard]] static QString assignmentLine(Constraint constraint)
    {
        switch (kindOf(constraint)) {
        case ConstraintKind::Architecture:
            return u"- Structure: **%1**, as the section \"Architecture\" demands."_s.arg(constraintTitle(constraint));
        case ConstraintKind::Database:
            return u"- Storage: **%1**, as the section \"Database\" demands."_s.arg(constraintTitle(constraint));
        case ConstraintKind::Orm:
            break;
        }
        return u"- Access to the database: **%1**, as the section \"Object-relational mapper\" demands."_s.arg(
            constraintTitle(constraint));
    }

    void writeArchitecture()
    {
        begin(u"Architecture"_s);
        add(u"The code must follow Clean Architecture. Divide it into these four layers and give each layer a "
            u"directory "
            "of its own:\n"_s);
        add(u"1. **Routes** (handlers): take HTTP requests, read and check their input, shape the answers. No business "
            "rules."_s);
        add(u"2. **Services** (use cases): the business rules and the order of the steps. They know nothing of the web "
            "framework."_s);
        add(u"3. **Repositories** (data access): everything that stores or fetches data. Only services call them."_s);
        add(u"4. **Models** (entities): the data structures and objects of the domain.\n"_s);
        add(u"A layer may depend on layers further down this list and never on one further up: routes import services, "
            "services import repositories, and no import goes the other way."_s);
    }

    void writeDatabase(Constraint database)
    {
        begin(u"Database"_s);
        if (database == Constraint::Sqlite) {
            add(u"All data must be kept in **SQLite**, in no other database and not in variables of the process. Keep "
                "the database file below the current directory."_s);
        } else {
            add(u"All data must be kept in **PostgreSQL**, in no other database and not in variables of the process. A "
                "server (version 16 or newer) is already running. Connect to it with exactly these values:\n"_s);
            writeConnection();
        }
        add(u"\nThe server must create its tables by itself whenever it starts and they are not there yet. Nobody runs "
            u"a "
            "migration for it."_s);
    }

    void writeConnection()
    {
        add(u"- host: `postgres`"_s);
        add(u"- port: `5432`"_s);
        add(u"- user: `user`"_s);
        add(u"- password: `password`"_s);
        add(u"- database: `%1`"_s.arg(m_contract.database));
    }

    void writeOrm(Constraint orm)
    {
        begin(u"Object-relational mapper"_s);
        add(u"The database must be handled with **%1**: define the tables as its models, and read and write the data "
            "through it rather than with SQL statements of your own."_s.arg(constraintTitle(orm)));
    }

    void writeFiles()
    {
        begin(u"Files that must be there"_s);
        add(u"- `%1`: names every package that is needed to run the server, %2 included. Only name versions that "
            u"exist; "
            "where you are not sure, %3."_s.arg(m_runtime.manifest, m_task.framework, looseVersion()));
        add(u"- `run.sh`: a bash script that starts the server and stays in the foreground as long as the server runs."_s);
    }

    [[nodiscard]] QString looseVersion() const
    {
        return m_runtime.manifest == "package.json"_L1 ? u"give a lower bound such as `\">=1.0.0\"` or `\"*\"`"_s
                                                       : u"leave the version out or give a lower bound with `>=`"_s;
    }

    void writeServer()
    {
        begin(u"Server"_s);
        add(u"- It listens on port **%1**, on all interfaces (`0.0.0.0`)."_s.arg(m_runtime.port));
        add(u"- `GET %1` answers with status 200 as soon as the server is ready, whoever asks."_s.arg(
            m_contract.healthPath));
        if (!m_contract.basePath.isEmpty())
            add(u"- Every path of the description begins with **%1**, as in %2."_s.arg(
                m_contract.basePath, examplePaths(m_contract)));
    }

    void writeEvaluation()
    {
        const auto address = u"http://localhost:%1"_s.arg(m_runtime.port);
        begin(u"How your work will be evaluated"_s);
        add(u"A program does this in a fresh environment, in the directory you leave:\n"_s);
        int step = 0;
        const auto addStep = [this, &step](const QString &text) { add(u"%1. %2"_s.arg(++step).arg(text)); };
        for (const auto &command : m_runtime.setUp)
            addStep(u"`%1`"_s.arg(command));
        addStep(u"`./run.sh`, in the background"_s);
        addStep(u"`GET %1%2`, again and again until it answers with 200"_s.arg(address, m_contract.healthPath));
        addStep(
            u"A test suite sends requests to `%1%2` and compares status codes and bodies with the description."_s.arg(
                address, m_contract.basePath));
        add(u"\nIf one of these steps fails, the whole evaluation fails. So take care that"_s);
        add(u"\n- the set-up commands work with nothing but your files: `%1` leaves no package out;"_s.arg(
            m_runtime.manifest));
        add(u"- `run.sh` neither ends nor puts the server into the background, and asks no question;"_s);
        add(u"- the server is able to answer every request from the moment it listens."_s);
    }

    const Contract &m_contract;
    const TaskSpec &m_task;
    const ContractRuntime &m_runtime;
    QString m_text;
};

} // namespace

QString promptOf(const Contract &contract, const TaskSpec &task)
{
    const auto *runtime = contract.runtime(task.runtime);
    return runtime ? PromptWriter(contract, task, *runtime).text() : QString();
}

TaskDefinition definitionOf(const Contract &contract, const TaskSpec &task)
{
    const auto *runtime = contract.runtime(task.runtime);
    const auto constraints = task.constraints.isEmpty() ? u"none"_s : task.constraints.joined(u", ");
    return {.task = task,
        .description = u"%1 in %2, from nothing. Constraints: %3."_s.arg(contract.title, task.framework, constraints),
        .prompt = promptOf(contract, task),
        .origin = contract.origin.isEmpty() ? u"built-in"_s : contract.origin,
        .dockerFolder = task.runtime,
        .repository = {},
        .commit = {},
        .patchName = {},
        .patch = {},
        .collection = contract.collection,
        .setUp = runtime ? runtime->setUp : QStringList(),
        .run = {u"./run.sh"_s},
        .port = runtime ? runtime->port : 0,
        .basePath = contract.basePath,
        .healthPath = contract.healthPath,
        .change = std::nullopt};
}

} // namespace Decayscope
