// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tasksdesk.h"

#include "commands.h"
#include "studycontroller.h"
#include "taskscontracts.h"

#include <contracts/taskexport.h>
#include <pages/tasksdetail.h>
#include <pages/taskspage.h>
#include <workspace/taskfiles.h>

#include <QFileInfo>
#include <QSaveFile>

namespace Decayscope {

namespace {

/// Contracts can be looked at before there is a study.
Result<std::shared_ptr<const TasksInput>> readInput(const QString &store)
{
    auto imported
        = store.isEmpty() || !QFileInfo::exists(store) ? Result<std::vector<TaskDefinition>>() : storedTasks(store);
    if (!imported)
        return std::unexpected(std::move(imported.error()));
    return std::make_shared<const TasksInput>(tasksInputOf(ContractBook::open(ContractBook::userFolder()), *imported));
}

Result<qsizetype> writeTasks(
    const TasksInput &input, const Contract *contract, const QString &folder, const Progress &progress)
{
    qsizetype written = 0;
    for (const auto &offered : input.offered) {
        if (offered.isOfContract && input.book.contractOf(offered.task) != contract)
            continue;
        if (progress.isCancelled())
            return cancelled();
        if (const auto file = writeTask(folder, definitionOf(input.book, offered)); !file)
            return std::unexpected(file.error());
        ++written;
    }
    return written;
}

} // namespace

TasksDesk::TasksDesk(StudyController &study, TasksPage &page, CommandSet &commands, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_page(page)
    , m_commands(commands)
    , m_reading(&m_pool, this)
    , m_counting(&m_pool, this)
    , m_writing(&m_pool, this)
{
    connectCommands();
    connect(&page, &TasksPage::chosenChanged, this, &TasksDesk::refreshCommands);
    connect(&page, &TasksPage::contractChosen, this, &TasksDesk::refreshCommands);
    connect(&study, &StudyController::importFinished, this, &TasksDesk::takeImport);
    refreshCommands();
}

TasksDesk::~TasksDesk() = default;

void TasksDesk::takeStudy()
{
    m_isStale = true;
    m_counted.reset();
}

void TasksDesk::takeImport(const ImportReport &report)
{
    if (report.tasks == 0)
        return;
    m_isStale = true;
    if (m_isInView)
        read();
}

void TasksDesk::show(const Place &place, ScoreChoice score)
{
    m_isInView = place.page == Page::Tasks;
    refreshCommands();
    if (!m_isInView)
        return;
    if (m_isStale)
        read();
    const auto study = m_study.snapshot();
    if (study == m_counted && place.filter == m_filter && score == m_score)
        return;
    m_counted = study;
    m_filter = place.filter;
    m_score = score;
    count();
}

void TasksDesk::readContracts()
{
    m_isStale = true;
    if (m_isInView)
        read();
}

void TasksDesk::read()
{
    m_isStale = false;
    const auto study = m_study.snapshot();
    m_reading.start([store = study ? study->path : QString()](const Progress &) { return readInput(store); },
        [this](const Read &input) { takeInput(input); });
}

void TasksDesk::takeInput(const Read &input)
{
    if (!input) {
        if (!m_input)
            m_page.setState(ViewState::failed(tr("No tasks"), input.error().message));
        emit problem(input.error().message);
        return;
    }
    m_input = *input;
    m_page.setInput(m_input);
    refreshCommands();
}

void TasksDesk::count()
{
    if (!m_counted)
        return m_page.setCounts({});
    m_counting.start([study = m_counted, filter = m_filter, score = m_score](
                         const Progress &) { return Result<TaskCounts>(taskCountsOf(*study, filter, score)); },
        [this](const Result<TaskCounts> &counts) {
            if (counts)
                m_page.setCounts(*counts);
        });
}

void TasksDesk::savePrompt(const QString &path)
{
    const auto &definition = m_page.detail()->definition();
    if (!definition || path.isEmpty())
        return;
    QSaveFile file(path);
    const auto bytes = definition->prompt.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        emit told(tr("The prompt is in %1.").arg(path));
    else
        emit problem(tr("“%1” cannot be written: %2").arg(path, file.errorString()));
}

void TasksDesk::exportTasks(const QString &folder)
{
    const auto *contract = m_page.contract();
    if (!m_input || folder.isEmpty())
        return;
    m_writing.start(
        [input = m_input, name = contract ? contract->name : QString(), folder](
            const Progress &progress) { return writeTasks(*input, input->book.contract(name), folder, progress); },
        [this, folder](const Result<qsizetype> &written) {
            if (written)
                emit told(tr("%n task(s) are in %1.", nullptr, static_cast<int>(*written)).arg(folder));
            else
                emit problem(written.error().message);
        });
}

void TasksDesk::addContracts(const QStringList &paths)
{
    const auto work = [paths](const Progress &) {
        Result<QStringList> titles;
        for (const auto &path : paths) {
            const auto added = addContract(path, ContractBook::userFolder());
            if (!added)
                return Result<QStringList>(std::unexpected(added.error()));
            titles->append(added->title);
        }
        return titles;
    };
    m_writing.start(work, [this](const Result<QStringList> &titles) {
        readContracts();
        emit contractsChanged();
        if (titles)
            emit told(tr("Added: %1. “Remove contract” takes it away again.").arg(titles->join(u", ")));
        else
            emit problem(titles.error().message);
    });
}

} // namespace Decayscope
