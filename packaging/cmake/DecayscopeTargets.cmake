# SPDX-FileCopyrightText: Decayscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# decayscope_library(name SOURCES … [PUBLIC …] [PRIVATE …])
#
# One static library of the folder that calls it, with the alias Decayscope::name. Its include root is the
# group above the folder, so its headers are written <name/header.h>.
function(decayscope_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(decayscope_${name} STATIC ${arg_SOURCES})
    add_library(Decayscope::${name} ALIAS decayscope_${name})
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH group)
    target_include_directories(decayscope_${name} PUBLIC "${group}")
    target_link_libraries(decayscope_${name} PUBLIC ${arg_PUBLIC} PRIVATE Decayscope::options ${arg_PRIVATE})
endfunction()

# decayscope_test(tst_name LINK … [LABEL unit|gui|whole] [SOURCES …])
#
# A QtTest program of tst_name.cpp, run headless and with the folders of a user who does not exist yet.
# "unit" tests also run under the sanitizers, which build no more than the target unit_tests.
function(decayscope_test name)
    cmake_parse_arguments(arg "" "LABEL" "LINK;SOURCES" ${ARGN})
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE Decayscope::options Decayscope::testsupport Qt6::Test ${arg_LINK})
    add_test(NAME ${name} COMMAND ${name})
    if(arg_LABEL STREQUAL "unit")
        add_dependencies(unit_tests ${name})
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;LC_ALL=C.UTF-8")
endfunction()
