// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "djangodata.h"

#include "databaseconnections.h"
#include "ormuse.h"

#include <modules/dottednames.h>

#include <algorithm>

namespace Decayscope {

namespace {

bool isDjangoModel(const ModuleGraph::Origin &origin)
{
    return origin.package == "django" && lastMember(origin.name) == "Model";
}

bool saysInMeta(const FileNames &names, const std::string &model, std::string_view field, std::string_view value)
{
    return std::ranges::any_of(names.fields(model + ".Meta", field),
        [value](const AssignmentFact *fact) { return fact->value.text == value; });
}

/// Whether no table is made for a model.
bool isUnmanaged(const FileNames &names, const std::string &model)
{
    return saysInMeta(names, model, "managed", "false") || saysInMeta(names, model, "abstract", "true");
}

bool migrates(ValueFollower &follower)
{
    const auto isCommand = [](const auto &text) {
        return text.second.find("manage.py migrate") != std::string::npos
            || text.second.find("django migrate") != std::string::npos
            || text.second.find("django-admin migrate") != std::string::npos;
    };
    if (std::ranges::any_of(follower.graph().project().texts, isCommand))
        return true;
    for (int file = 0; file < std::ssize(follower.graph().project().files); ++file) {
        if (!isServed(follower.graph(), file))
            continue;
        for (const auto *call : follower.names(file).callsOf("call_command")) {
            if (!call->call.items.empty() && call->call.items.front().text == "migrate")
                return true;
        }
    }
    return false;
}

} // namespace

std::vector<DjangoModel> djangoModels(ValueFollower &follower)
{
    std::vector<DjangoModel> models;
    for (int file = 0; file < std::ssize(follower.graph().project().files); ++file) {
        if (!isServed(follower.graph(), file))
            continue;
        for (const auto &type : follower.facts(file).classes) {
            if (descends(follower, type, file, isDjangoModel) && !isUnmanaged(follower.names(file), type.name))
                models.push_back({.name = type.name, .file = file, .line = type.line});
        }
    }
    return models;
}

bool storesWithDjango(ValueFollower &follower)
{
    return !djangoModels(follower).empty() || migrates(follower);
}

} // namespace Decayscope
