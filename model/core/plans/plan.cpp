// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plan.h"

#include <algorithm>

namespace Decayscope {

namespace {

template <typename Part>
const Part *named(const std::vector<Part> &parts, QStringView name)
{
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

const ModelEndpoint *CampaignPlan::endpoint(QStringView endpointName) const
{
    return named(endpoints, endpointName);
}

const PlannedModel *CampaignPlan::model(QStringView modelName) const
{
    return named(models, modelName);
}

const PlannedScaffold *CampaignPlan::scaffold(QStringView scaffoldName) const
{
    return named(scaffolds, scaffoldName);
}

const ExperimentalArm *CampaignPlan::arm(QStringView armName) const
{
    return named(arms, armName);
}

} // namespace Decayscope
