// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractbook.h"

#include "contractfolder.h"

#include <QDir>
#include <QStandardPaths>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 120;

/// What a user may write where nothing is found.
QString expectedTask()
{
    return u"Expected is one like \"flask-openapi-sqlite-sqlalchemy\", with \"unconstrained\" for no constraints, or a "
           "feature task like \"express/hard-focused-task-001\"."_s;
}

bool isClash(const Contract &one, const Contract &other)
{
    return one.name == other.name || one.word == other.word;
}

} // namespace

const ContractBook &ContractBook::builtIn()
{
    static const auto book = [] {
        ContractBook own;
        for (const auto &file : embeddedContracts()) {
            auto contract = openContract(file);
            if (contract)
                contract->origin.clear();
            own.take(std::move(contract));
        }
        return own;
    }();
    return book;
}

QString ContractBook::userFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/decayscope/contracts"_s;
}

ContractBook ContractBook::open(const QString &folder)
{
    auto book = builtIn();
    const QDir contracts(folder);
    if (folder.isEmpty() || !contracts.exists())
        return book;
    for (const auto &name : contracts.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (QFileInfo::exists(contracts.filePath(name + u"/contract.json")))
            book.take(openContract(contracts.filePath(name)));
    }
    return book;
}

void ContractBook::take(Result<Contract> contract)
{
    if (!contract) {
        m_problems.append(contract.error().message);
        return;
    }
    const auto earlier
        = std::ranges::find_if(m_contracts, [&contract](const auto &other) { return isClash(*contract, other); });
    if (earlier == m_contracts.end())
        m_contracts.push_back(*std::move(contract));
    else
        m_problems.append(clashText(*contract, *earlier));
}

QString ContractBook::clashText(const Contract &contract, const Contract &earlier)
{
    const auto whose = earlier.origin.isEmpty() ? u"the program's own"_s : u"\"%1\""_s.arg(earlier.origin);
    return u"\"%1\" cannot be used: its name \"%2\" or word \"%3\" is that of %4. Give it another name and word."_s.arg(
        contract.origin, contract.name, contract.word, whose);
}

Result<> ContractBook::add(const QString &path)
{
    auto contract = openContract(path);
    if (!contract)
        return std::unexpected(std::move(contract.error()));
    const auto ours = std::ranges::find_if(
        m_contracts, [&contract](const auto &other) { return other.origin.isEmpty() && isClash(*contract, other); });
    if (ours != m_contracts.end())
        return failure(ErrorKind::InvalidInput, clashText(*contract, *ours));
    std::erase_if(m_contracts, [&contract](const auto &other) { return isClash(*contract, other); });
    m_contracts.push_back(*std::move(contract));
    return {};
}

const Contract *ContractBook::contract(QStringView name) const
{
    const auto found
        = std::ranges::find_if(m_contracts, [name](const auto &contract) { return contract.name == name; });
    return found == m_contracts.end() ? nullptr : &*found;
}

const Contract *ContractBook::contractOf(const TaskSpec &task) const
{
    const auto word = task.contractWord();
    const auto found
        = std::ranges::find_if(m_contracts, [&word](const auto &contract) { return contract.word == word; });
    return found == m_contracts.end() ? nullptr : &*found;
}

std::vector<TaskSpec> ContractBook::tasks() const
{
    std::vector<TaskSpec> tasks;
    for (const auto &contract : m_contracts)
        std::ranges::move(contract.tasks(), std::back_inserter(tasks));
    return tasks;
}

Result<TaskSpec> ContractBook::taskNamed(const QString &text) const
{
    const auto parts = text.trimmed().split(u'/');
    if (parts.size() > 2 || parts.contains(QString()))
        return noSuchTask(text);
    const auto runtime = parts.size() == 2 ? parts.front() : QString();
    const auto tasks = this->tasks();
    const auto found = std::ranges::find_if(tasks, [&](const TaskSpec &task) {
        return task.name == parts.back() && (runtime.isEmpty() || task.runtime == runtime);
    });
    if (found != tasks.end())
        return *found;
    if (!runtime.isEmpty() && frameworksOf(runtime).isEmpty())
        return taskFromFolder(runtime, parts.back());
    return noSuchTask(text);
}

std::unexpected<Error> ContractBook::noSuchTask(const QString &text) const
{
    QStringList names;
    for (const auto &contract : m_contracts) {
        const bool told = contract.word == contract.name;
        names.append(told ? contract.name : u"%1 (\"%2\" in task names)"_s.arg(contract.name, contract.word));
    }
    return failure(ErrorKind::InvalidInput,
        u"\"%1\" is no task. %2 The contracts there are: %3."_s.arg(
            text.left(longestShown), expectedTask(), names.join(", "_L1)));
}

} // namespace Decayscope
