// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "offeredtask.h"

#include <QCryptographicHash>

#include <map>

namespace Decayscope {

std::vector<OfferedTask> offeredTasks(
    const std::vector<const Contract *> &contracts, const std::vector<TaskDefinition> &imported)
{
    std::vector<OfferedTask> offered;
    std::map<TaskSpec, std::size_t> known;
    const auto add = [&](OfferedTask task) {
        known.emplace(task.task, offered.size());
        offered.push_back(std::move(task));
    };
    for (const auto *contract : contracts) {
        for (const auto &task : contract->tasks())
            add({.task = task, .isOfContract = true, .imported = {}});
    }
    for (const auto &definition : imported) {
        if (const auto found = known.find(definition.task); found != known.end())
            offered[found->second].imported = definition;
        else
            add({.task = definition.task, .imported = definition});
    }
    return offered;
}

TaskDefinition definitionOf(const ContractBook &book, const OfferedTask &offered, TaskOrigin wanted)
{
    const auto *contract = book.contractOf(offered.task);
    const bool isImported = offered.imported && (wanted == TaskOrigin::Imported || !offered.isOfContract);
    if (isImported)
        return *offered.imported;
    return contract ? definitionOf(*contract, offered.task) : offered.imported.value_or(TaskDefinition{});
}

QString promptHash(const QString &prompt)
{
    return QString::fromLatin1(QCryptographicHash::hash(prompt.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace Decayscope
