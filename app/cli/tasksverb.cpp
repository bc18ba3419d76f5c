// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractoptions.h"
#include "verbs.h"

#include <CLI/CLI.hpp>
#include <contracts/offeredtask.h>
#include <contracts/taskexport.h>
#include <workspace/taskfiles.h>

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;
using nlohmann::ordered_json;

ordered_json namesOf(ConstraintSet constraints)
{
    auto names = ordered_json::array();
    for (const auto constraint : constraints.toVector())
        names.push_back(jsonText(constraintName(constraint)));
    return names;
}

ordered_json listOf(const QStringList &texts)
{
    auto list = ordered_json::array();
    for (const auto &text : texts)
        list.push_back(jsonText(text));
    return list;
}

ordered_json orNull(const QString &text)
{
    return text.isEmpty() ? ordered_json() : ordered_json(jsonText(text));
}

ordered_json toJson(const TaskSpec &task)
{
    return {{"name", jsonText(task.name)}, {"runtime", jsonText(task.runtime)}, {"framework", jsonText(task.framework)},
        {"constraints", namesOf(task.constraints)}, {"level", task.level()},
        {"kind", jsonText(taskKindName(task.kind))}, {"contract", jsonText(task.contractName())}};
}

ordered_json toJson(const OfferedTask &offered)
{
    auto object = toJson(offered.task);
    object["built_in"] = offered.isOfContract;
    object["imported"] = offered.imported ? ordered_json(jsonText(offered.imported->origin)) : ordered_json();
    return object;
}

ordered_json toJson(const TaskDefinition &definition)
{
    auto object = toJson(definition.task);
    object["origin"] = jsonText(definition.origin);
    object["description"] = jsonText(definition.description);
    object["prompt"] = jsonText(definition.prompt);
    object["prompt_sha256"] = jsonText(promptHash(definition.prompt));
    object["repository"] = orNull(definition.repository);
    object["commit"] = orNull(definition.commit);
    object["patch"] = orNull(definition.patchName);
    object["setup"] = listOf(definition.setUp);
    object["run"] = listOf(definition.run);
    object["port"] = definition.port == 0 ? ordered_json() : ordered_json(definition.port);
    object["base_path"] = jsonText(definition.basePath);
    object["health_path"] = jsonText(definition.healthPath);
    return object;
}

QString toText(const OfferedTask &offered)
{
    const auto &task = offered.task;
    return u"%1  %2  L%3  %4"_s.arg(task.name, -56)
        .arg(task.framework, -9)
        .arg(task.level())
        .arg(offered.imported ? (offered.isOfContract ? u"built-in, imported"_s : u"imported"_s) : u"built-in"_s);
}

class TasksVerb : public Verb
{
public:
    void declare(CLI::App &program) override
    {
        m_command = program.add_subcommand("tasks", "Lists tasks, shows their prompts, writes task files");
        m_command->require_subcommand(1);
        m_list = m_command->add_subcommand("list", "The study's 80 generation tasks and those that were imported");
        m_show = m_command->add_subcommand("show", "One task with its prompt");
        m_show->add_option("NAME", m_name, "Such as flask-openapi-sqlite or express/hard-focused-task-001")->required();
        m_export = m_command->add_subcommand("export", "Writes tasks as the study's task files, and their prompts");
        m_export->add_option("DIR", m_folder, "Where to; made where missing")->required();
        for (auto *command : {m_list, m_show, m_export})
            declareContracts(*command, m_contracts);
        for (auto *command : {m_list, m_export})
            command->add_flag("--all", m_all, "Tasks of all contracts, not of the study's and the named ones alone");
        for (auto *command : {m_show, m_export})
            command->add_flag("--imported", m_imported, "Where a task was imported too, the imported text");
    }

    [[nodiscard]] bool wasChosen() const override { return m_command->parsed(); }

    [[nodiscard]] ExitStatus run(const VerbContext &context, Console &console) override
    {
        const auto book = chosenContracts(m_contracts, console);
        if (!book) {
            console.fail(book.error());
            return ExitStatus::Partly;
        }
        // Tasks can be looked at before there is a study.
        const auto imported
            = QFileInfo::exists(context.store) ? storedTasks(context.store) : Result<std::vector<TaskDefinition>>();
        if (!imported) {
            console.fail(imported.error());
            return statusOf(imported.error());
        }
        const auto offered = offeredTasks(chosen(*book), *imported);
        if (m_show->parsed())
            return show(*book, offered, console);
        return m_export->parsed() ? exportTo(*book, offered, console) : list(offered, console);
    }

private:
    /// The study's own contract and those that this call names; all of them to be shown or where it says so.
    [[nodiscard]] std::vector<const Contract *> chosen(const ContractBook &book) const
    {
        std::vector<const Contract *> contracts;
        for (const auto &contract : book.contracts()) {
            const bool isNamed = std::ranges::any_of(m_contracts, [&](const std::string &path) {
                return contract.origin.startsWith(QFileInfo(QString::fromStdString(path)).absoluteFilePath());
            });
            if (m_all || m_show->parsed() || isNamed || contract.word == studyContractWord)
                contracts.push_back(&contract);
        }
        return contracts;
    }

    static ExitStatus list(const std::vector<OfferedTask> &offered, const Console &console)
    {
        if (console.wantsJson()) {
            auto tasks = ordered_json::array();
            for (const auto &task : offered)
                tasks.push_back(toJson(task));
            console.answer(ordered_json{{"tasks", std::move(tasks)}});
            return ExitStatus::Done;
        }
        QStringList lines;
        for (const auto &task : offered)
            lines.append(toText(task));
        lines.append(u"%1 tasks"_s.arg(offered.size()));
        console.answer(lines.join(u'\n'));
        return ExitStatus::Done;
    }

    [[nodiscard]] ExitStatus show(
        const ContractBook &book, const std::vector<OfferedTask> &offered, const Console &console) const
    {
        const auto task = book.taskNamed(QString::fromStdString(m_name));
        if (!task) {
            console.fail(task.error());
            return ExitStatus::Usage;
        }
        const auto found = std::ranges::find(offered, *task, &OfferedTask::task);
        if (found == offered.end()) {
            console.fail({ErrorKind::NotFound,
                u"The task \"%1\" is no task of a contract, and no task file of it was imported. Import the study's "
                "task files first."_s.arg(QString::fromStdString(m_name)),
                {}});
            return ExitStatus::Findings;
        }
        const auto definition = definitionOf(book, *found, wantedOrigin());
        if (console.wantsJson())
            console.answer(toJson(definition));
        else
            console.answer(definition.prompt);
        return ExitStatus::Done;
    }

    [[nodiscard]] ExitStatus exportTo(
        const ContractBook &book, const std::vector<OfferedTask> &offered, const Console &console) const
    {
        const QDir folder(QString::fromStdString(m_folder));
        auto files = ordered_json::array();
        for (const auto &task : offered) {
            const auto definition = definitionOf(book, task, wantedOrigin());
            const auto file = writeTask(folder.path(), definition);
            if (!file) {
                console.fail(file.error());
                return ExitStatus::Partly;
            }
            files.push_back(jsonText(*file));
        }
        if (console.wantsJson())
            console.answer(ordered_json{{"folder", jsonText(folder.absolutePath())}, {"files", std::move(files)}});
        else
            console.answer(u"%1 tasks in %2"_s.arg(offered.size()).arg(folder.absolutePath()));
        return ExitStatus::Done;
    }

    [[nodiscard]] TaskOrigin wantedOrigin() const { return m_imported ? TaskOrigin::Imported : TaskOrigin::BuiltIn; }

    CLI::App *m_command = nullptr;
    CLI::App *m_list = nullptr;
    CLI::App *m_show = nullptr;
    CLI::App *m_export = nullptr;
    std::vector<std::string> m_contracts;
    std::string m_name;
    std::string m_folder;
    bool m_all = false;
    bool m_imported = false;
};

} // namespace

std::unique_ptr<Verb> makeTasksVerb()
{
    return std::make_unique<TasksVerb>();
}

} // namespace Decayscope
