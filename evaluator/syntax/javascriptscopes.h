// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filefacts.h"

namespace Decayscope {

/// The classes, functions and conditions around the node at which the reading of a tree's list is.
class JavaScriptScopes
{
public:
    void moveTo(int node); ///< Leaves what does not hold the node.

    void enterClass(int past, std::string_view name);
    void enterFunction(int past, std::string_view name); ///< Anonymous ones belong to the function around them.
    void enterExportedFunction(int past); ///< Without a name.
    void enterCondition(int past, std::string condition);

    [[nodiscard]] bool isTop() const; ///< In no function and no class.
    [[nodiscard]] bool returnsForName() const; ///< What is returned here is what a known function gives.
    [[nodiscard]] SourceScope scope() const;

private:
    struct Frame
    {
        int past = 0;
        int conditionAround = -1; ///< The next frame outside with a condition.
        bool isFunction = false;
        bool returnsForName = false;
        std::string condition;
        std::string className;
        std::string functionName;
    };

    Frame &enter(int past);

    std::vector<Frame> m_frames;
};

} // namespace Decayscope
