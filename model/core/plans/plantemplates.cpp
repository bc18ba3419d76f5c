// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planfile.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

struct TemplateFile
{
    QLatin1StringView name;
    QLatin1StringView file;
};

constexpr std::array templateFiles{TemplateFile{"paper full"_L1, "paper-full"_L1},
    TemplateFile{"paper subset"_L1, "paper-subset"_L1}, TemplateFile{"demonstration"_L1, "demonstration"_L1}};

} // namespace

QStringList planTemplates()
{
    QStringList names;
    for (const auto &row : templateFiles)
        names.append(row.name);
    return names;
}

Result<CampaignPlan> planTemplate(QStringView name)
{
    const auto row
        = std::ranges::find_if(templateFiles, [name](const TemplateFile &known) { return known.name == name; });
    if (row == templateFiles.end())
        return failure(ErrorKind::NotFound,
            u"There is no template \"%1\". Known are %2."_s.arg(name.toString(), planTemplates().join(u", "_s)));
    QFile file(u":/decayscope/plans/%1.json"_s.arg(row->file));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Internal, u"The template \"%1\" is missing in the program."_s.arg(row->name));
    return readPlan(file.readAll(), file.fileName(), ContractBook::builtIn());
}

} // namespace Decayscope
