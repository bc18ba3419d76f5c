// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfields.h"
#include "label.h"

namespace Decayscope {

// The parts that events, samples and files of labels have in common. Reading never fails by itself: the fields remember
// the first fault.

[[nodiscard]] QJsonObject targetJson(const LabelTarget &target);
[[nodiscard]] LabelTarget targetFrom(JsonFields fields);

[[nodiscard]] QJsonObject evidenceJson(const Evidence &evidence);
[[nodiscard]] Evidence evidenceFrom(JsonFields fields);

[[nodiscard]] QJsonObject judgeRecordJson(const JudgeRecord &record);
[[nodiscard]] JudgeRecord judgeRecordFrom(JsonFields fields);

[[nodiscard]] QJsonObject labelJson(const Label &label);
[[nodiscard]] Label labelFrom(JsonFields fields);

} // namespace Decayscope
