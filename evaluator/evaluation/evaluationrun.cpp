// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationrun.h"

#include "evaluationrunner.h"

namespace Decayscope {

using namespace Qt::StringLiterals;

QString codePath(const EvaluationRequest &request)
{
    return std::visit([](const auto &code) { return code.path; }, request.code);
}

Result<RunBundle> evaluate(const EvaluationRequest &request, const EvaluationTools &tools, const EvaluationWatch &watch,
    const Progress &progress)
{
    if (request.runtime.run.empty())
        return failure(ErrorKind::InvalidInput,
            u"The runtime \"%1\" has no command that starts a server. Add one under Runtimes."_s.arg(
                request.runtime.name));
    return EvaluationRunner(request, tools, watch, progress).run();
}

} // namespace Decayscope
